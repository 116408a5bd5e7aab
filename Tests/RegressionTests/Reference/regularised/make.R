# Penalty factors and cross-validation by glmnet: Rscript make.R   (writes glmnet.csv; versions at its end)
# sample.csv is made by make.py. glmnet divides the factors by their mean, and the penalty is multiplied by it here.
suppressMessages(library(glmnet))
glmnet.control(fdev = 0, devmax = 1)
d <- read.csv("sample.csv")
X <- as.matrix(d[, c("a", "b", "c", "d", "e", "f")])
factors <- c(0, 1, 2, 0.5, 1, 1)
lambda <- c(0.6, 0.25, 0.1, 0.03, 0.01, 0.001)
number <- function(x) format(x, digits = 17, scientific = TRUE, trim = TRUE)
lines <- "model,lambda,a,b,c,d,e,f,intercept"
# glmnet divides the response by its standard deviation s before it penalises: it means its lambda by RSS / s^2, which
# lessens the ridge part by s. Here the response has s = 1 already, and each part of the penalty is carried over.
s <- sqrt(weighted.mean((d$y - weighted.mean(d$y, d$weight))^2, d$weight))
for (alpha in c(1, 0.5)) {
  for (l in lambda) {
    parts <- c(l * alpha / s, l * (1 - alpha))
    fit <- glmnet(X, d$y / s, weights = d$weight, alpha = parts[1] / sum(parts), lambda = sum(parts) * mean(factors),
                  penalty.factor = factors, thresh = 1e-28, maxit = 1e8)
    lines <- c(lines, paste(c(paste0("factors", alpha), number(l), number(as.matrix(fit$beta)[, 1] * s),
                              number(fit$a0 * s)), collapse = ","))
  }
}
# Folds by province: the twelve in turn to four folds. glmnet would standardise anew in each fold.
Z <- scale(X, scale = FALSE); Z <- sweep(Z, 2, sqrt(colMeans(Z^2)), "/")
fold <- (as.integer(factor(d$province)) - 1) %% 4 + 1
cv <- cv.glmnet(Z, d$y, lambda = lambda, foldid = fold, standardize = FALSE, thresh = 1e-28, maxit = 1e8)
lines <- c(lines, paste(c("cvm", "", number(cv$cvm), ""), collapse = ","), paste(c("cvsd", "", number(cv$cvsd), ""), collapse = ","))
lines <- c(lines, paste0("# glmnet ", packageVersion("glmnet"), ", ", R.version.string))
writeLines(lines, "glmnet.csv")
