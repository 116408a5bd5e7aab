#include "build.h"

#ifndef MINHBACH_COMMIT
#define MINHBACH_COMMIT ""
#endif

const char *const minhbach_commit = MINHBACH_COMMIT;
