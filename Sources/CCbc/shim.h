#pragma once
#include <coin/Cbc_C_Interface.h>
#include <dlfcn.h>

// The library is loaded when the first program is solved: it brings six others, and loading them all
// takes 4 to 9 ms, which every command would pay.
#define MINHBACH_CBC(use)                                                                      \
  use(newModel) use(deleteModel) use(setLogLevel) use(setParameter) use(loadProblem)           \
  use(setInteger) use(solve) use(status) use(isAbandoned) use(isProvenOptimal)                 \
  use(isProvenInfeasible) use(bestSolution) use(getBestPossibleObjValue) use(getColSolution)

#define MINHBACH_CBC_MEMBER(name) __typeof__(&Cbc_##name) name;

// The functions of CBC that are used.
struct minhbach_cbc {
  MINHBACH_CBC(MINHBACH_CBC_MEMBER)
};

#define MINHBACH_CBC_LOAD(name)                                                                \
  cbc->name = (__typeof__(&Cbc_##name))dlsym(library, "Cbc_" #name);                           \
  if (!cbc->name) return 0;

// Finds them; zero where the library, or one of them, is not there.
static inline int minhbach_load_cbc(struct minhbach_cbc *cbc) {
  void *library = dlopen("libCbcSolver.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  MINHBACH_CBC(MINHBACH_CBC_LOAD)
  return 1;
}
