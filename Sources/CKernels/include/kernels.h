#pragma once

/// Compiled for three levels of x86-64, the widest that the processor has being chosen when loaded.
#if defined(__x86_64__)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif
