# Principal components of sample.csv by prcomp: Rscript components.R   (R 4.2.2; writes components.csv)
# The sign of a direction is turned so that its largest entry is positive.
d <- as.matrix(read.csv("sample.csv")[, c("a", "b", "c", "d", "e", "f")])
number <- function(x) format(x, digits = 17, scientific = TRUE, trim = TRUE)
lines <- "scaled,what,1,2,3,4,5,6"
for (scaled in c(TRUE, FALSE)) {
  r <- prcomp(d, scale. = scaled)
  for (k in 1:6) if (r$rotation[which.max(abs(r$rotation[, k])), k] < 0) {
    r$rotation[, k] <- -r$rotation[, k]; r$x[, k] <- -r$x[, k]
  }
  add <- function(what, x) lines <<- c(lines, paste(c(as.integer(scaled), what, number(x)), collapse = ","))
  add("variance", r$sdev^2)
  for (j in 1:6) add(paste0("direction", j), r$rotation[j, ])
  for (j in 1:6) add(paste0("loading", j), cor(d[, j], r$x)[1, ])
  add("score1", r$x[1, ])
  add("score72", r$x[72, ])
}
writeLines(lines, "components.csv")
