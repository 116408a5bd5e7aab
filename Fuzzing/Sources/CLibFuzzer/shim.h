#pragma once
#include <stddef.h>
#include <stdint.h>

// The driver as documented; the compiler ships the library without a header for it.
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*callback)(const uint8_t *bytes, size_t count));
