#pragma once

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

/// Compiled for three levels of x86-64, the widest that the processor has being chosen when loaded.
///
/// Not for the thread sanitizer: the choice is made before it is ready to watch, and the program would end there.
#if defined(__x86_64__) && !__has_feature(thread_sanitizer)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif
