import ArgumentParsing

// Apart from the commands, which `Fuzzing` links without it.
MinhBach.main()
