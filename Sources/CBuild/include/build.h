#ifndef MINHBACH_BUILD_H
#define MINHBACH_BUILD_H

/// The commit that the program was built from, or an empty text where it was not told.
extern const char *_Nonnull const minhbach_commit;

#endif
