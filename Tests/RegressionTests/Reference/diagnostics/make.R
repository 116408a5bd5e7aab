# Writes what R says: Rscript make.R OUTPUT. Run it in the folder of the data.
suppressPackageStartupMessages({
  library(plm); library(sandwich); library(lmtest); library(car); library(clubSandwich)
})
options(warn = 1)
output <- commandArgs(TRUE)[1]
rows <- list()
tools <- sapply(c("plm", "sandwich", "lmtest", "car", "clubSandwich"), function(p) paste(p, packageVersion(p)))
tools <- c(tools, stats = paste("R", getRversion()))
panels <- list(
  grunfeld = list(unit = "firm", formula = inv ~ value + capital),
  grunfeld_unbalanced = list(unit = "firm", formula = inv ~ value + capital),
  transparency_2013_2016 = list(unit = "province", formula = transparency ~ planning_documents + predictability +
    business_associations + website_score),
  transparency_2017_2019 = list(unit = "province", formula = transparency ~ planning_documents + predictability +
    business_associations + website_score)
)

where <- list()
at <- function(...) where <<- modifyList(where, list(...))
put <- function(statistic, value, tool, call) {
  if (length(value) == 0) return(invisible())
  names <- if (length(value) > 1 || !is.null(names(value))) paste0(statistic, ":", names(value)) else statistic
  rows[[length(rows) + 1]] <<- data.frame(
    dataset = where$dataset, model = where$model, effect = where$effect, weights = where$weights, statistic = names,
    value = sprintf("%.17g", as.numeric(value)), tool = unname(tools[tool]), call = call
  )
}
# Puts what an expression gives, and tells where it fails: some programs have no answer for some panels.
try_put <- function(statistic, tool, call, expression) {
  value <- tryCatch(expression, error = function(e) {
    message(paste(where$dataset, where$model, where$effect, where$weights, statistic, conditionMessage(e))); NULL
  })
  if (!is.null(value)) put(statistic, value, tool, call)
}
term <- function(name) ifelse(name == "(Intercept)", "intercept", name)
slopes_of <- function(formula) attr(terms(formula), "term.labels")
se <- function(v, keep) { s <- sqrt(diag(v)); names(s) <- rownames(v); s <- s[keep]; names(s) <- term(names(s)); s }

linear <- function(data, panel, effect, weights) {
  unit <- panel$unit; slopes <- slopes_of(panel$formula)
  data$unit_ <- factor(data[[unit]]); data$time_ <- factor(data$year)
  formula <- panel$formula
  if (effect %in% c("unit", "unit+time")) formula <- update(formula, . ~ . + unit_)
  if (effect %in% c("time", "unit+time")) formula <- update(formula, . ~ . + time_)
  w <- if (weights == "none") NULL else data[[weights]]
  data$w_ <- if (is.null(w)) 1 else w
  fit <- if (is.null(w)) lm(formula, data) else lm(formula, data, weights = w_)
  at(model = if (effect == "none") "pooled" else "within", effect = effect, weights = weights)
  with <- if (effect == "none") "" else "with dummies"
  keep <- if (effect == "none") c("(Intercept)", slopes) else slopes
  coefficients <- coef(fit)[keep]; names(coefficients) <- term(names(coefficients))
  put("coef", coefficients, "stats", paste("lm", with))
  put("se_classical", se(vcov(fit), keep), "stats", paste("lm", with))
  put("sigma", summary(fit)$sigma, "stats", "summary(lm)$sigma")
  put("r2", summary(fit)$r.squared, "stats", "summary(lm)$r.squared")
  put("r2_adjusted", summary(fit)$adj.r.squared, "stats", "summary(lm)$adj.r.squared")
  for (type in c("HC0", "HC1", "HC2", "HC3", "HC4"))
    put(paste0("se_", type), se(vcovHC(fit, type = type), keep), "sandwich", paste0("vcovHC(type='", type, "')"))
  put("leverage_max", unname(max(hatvalues(fit))), "stats", "max(hatvalues)")
  put("cooks_max", unname(max(cooks.distance(fit))), "stats", "max(cooks.distance)")
  put("rstudent_max", unname(max(abs(rstudent(fit)))), "stats", "max(abs(rstudent))")
  clusters <- list(unit = data["unit_"], time = data["time_"], "unit+time" = data[c("unit_", "time_")])
  for (name in names(clusters)) {
    cluster <- clusters[[name]]
    try_put(paste0("se_cluster[", name, "]_plain"), "sandwich", "vcovCL(type='HC0', cadjust=FALSE)",
      se(vcovCL(fit, cluster, type = "HC0", cadjust = FALSE), keep))
    try_put(paste0("se_cluster[", name, "]_stata"), "sandwich", "vcovCL(type='HC1', cadjust=TRUE)",
      se(vcovCL(fit, cluster, type = "HC1", cadjust = TRUE), keep))
  }
  for (name in c("unit", "time")) for (type in c("CR0", "CR1", "CR1S", "CR2", "CR3")) {
    v <- tryCatch(vcovCR(fit, cluster = clusters[[name]][[1]], type = type), error = function(e) NULL)
    # CR3 is not defined where a group has an effect of its own: what comes out then is rounding.
    if (type == "CR3" && grepl(name, effect, fixed = TRUE)) next
    if (is.null(v)) { message(paste("no", type, name, where$dataset, effect, weights)); next }
    prefix <- paste0("cluster[", name, "]_", c(CR0 = "plain", CR1 = "CR1", CR1S = "stata", CR2 = "CR2", CR3 = "CR3")[[type]])
    call <- paste0("vcovCR(lm, type='", type, "')")
    put(paste0("se_", prefix), se(as.matrix(v), keep), "clubSandwich", call)
    if (type == "CR2") {
      test <- coef_test(fit, vcov = v, coefs = keep, test = "Satterthwaite")
      put(paste0("df_", prefix), setNames(test$df, term(keep)), "clubSandwich", paste0("coef_test(", call, ", test='Satterthwaite')"))
      put(paste0("p_", prefix), setNames(test$p_Satt, term(keep)), "clubSandwich", paste0("coef_test(", call, ", test='Satterthwaite')"))
    }
  }
  row <- data[nrow(data), ]
  for (level in 0.95) {
    mean_interval <- predict(fit, row, interval = "confidence", level = level, se.fit = TRUE)
    new <- suppressWarnings(predict(fit, row, interval = "prediction", level = level, weights = row$w_))
    call <- paste0("predict(lm, last row, level=", level, ")")
    if (level == 0.95) {
      put("prediction_fit", unname(mean_interval$fit[1]), "stats", call)
      put("prediction_se_mean", unname(mean_interval$se.fit), "stats", call)
    }
    put(paste0("prediction_mean_lower_", level), unname(mean_interval$fit[2]), "stats", call)
    put(paste0("prediction_mean_upper_", level), unname(mean_interval$fit[3]), "stats", call)
    put(paste0("prediction_new_lower_", level), unname(new[2]), "stats", call)
    put(paste0("prediction_new_upper_", level), unname(new[3]), "stats", call)
  }
  if (effect != "none") return(invisible())
  for (lag in c(1, 2, 4)) {
    put(paste0("se_newey_west_", lag), se(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = FALSE), keep), "sandwich",
      paste0("NeweyWest(lag=", lag, ", prewhite=FALSE, adjust=FALSE)"))
    put(paste0("se_newey_west_", lag, "_adjusted"), se(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE), keep),
      "sandwich", paste0("NeweyWest(lag=", lag, ", prewhite=FALSE, adjust=TRUE)"))
  }
  x <- sqrt(data$w_) * model.matrix(fit)
  d <- svd(sweep(x, 2, sqrt(colSums(x^2)), "/"))$d
  put("condition_index", setNames(d[1] / d, seq_along(d)), "stats", "svd of the columns at unit length")
  f <- summary(fit)$fstatistic
  put("f_all", unname(f[1]), "stats", "summary(lm)$fstatistic")
  put("f_all_p", unname(pf(f[1], f[2], f[3], lower.tail = FALSE)), "stats", "summary(lm)")
  put("vif", vif(fit), "car", "vif")
  equal <- paste(slopes[1], "=", slopes[2])
  covariances <- list(
    classical = NULL, HC3 = vcovHC(fit, type = "HC3"),
    "cluster[unit]_stata" = vcovCL(fit, clusters$unit, type = "HC1")
  )
  for (name in names(covariances)) {
    f <- linearHypothesis(fit, equal, vcov. = covariances[[name]])
    chi <- linearHypothesis(fit, equal, vcov. = covariances[[name]], test = "Chisq")
    put(paste0("wald_equal_f_", name), f$F[2], "car", paste0("linearHypothesis(first slope = second slope, ", name, ")"))
    put(paste0("wald_equal_f_p_", name), f$`Pr(>F)`[2], "car", paste0("linearHypothesis(first slope = second slope, ", name, ")"))
    put(paste0("wald_equal_chi2_p_", name), chi$`Pr(>Chisq)`[2], "car", "linearHypothesis(test='Chisq')")
    f <- linearHypothesis(fit, paste(slopes, "= 0"), vcov. = covariances[[name]])
    put(paste0("wald_slopes_f_", name), f$F[2], "car", paste0("linearHypothesis(all slopes = 0, ", name, ")"))
    put(paste0("wald_slopes_f_p_", name), f$`Pr(>F)`[2], "car", paste0("linearHypothesis(all slopes = 0, ", name, ")"))
  }
  if (weights != "none") return(invisible())
  put("durbin_watson", unname(dwtest(fit)$statistic), "lmtest", "dwtest")
  put("durbin_watson_p", dwtest(fit, exact = TRUE)$p.value, "lmtest", "dwtest(exact=TRUE): alternative greater")
  for (studentize in c(TRUE, FALSE)) {
    test <- bptest(fit, studentize = studentize)
    name <- if (studentize) "breusch_pagan_heteroskedasticity_studentized" else "breusch_pagan_heteroskedasticity"
    call <- paste0("bptest(studentize=", studentize, ")")
    put(name, unname(test$statistic), "lmtest", call); put(paste0(name, "_p"), unname(test$p.value), "lmtest", call)
  }
  test <- resettest(fit, power = 2:3, type = "fitted")
  put("reset", unname(test$statistic), "lmtest", "resettest(power=2:3, type='fitted')")
  put("reset_p", unname(test$p.value), "lmtest", "resettest(power=2:3, type='fitted')")
}

fit_plm <- function(data, panel, model, effect = "individual", ...)
  plm(panel$formula, data, index = c(panel$unit, "year"), model = model, effect = effect, ...)

panel_covariances <- function(fit) {
  keep <- names(coef(fit))
  put("coef", setNames(coef(fit), term(keep)), "plm", "plm")
  put("se_classical", se(vcov(fit), keep), "plm", "vcov(plm)")
  put("r2_plm", unname(r.squared(fit)), "plm", "r.squared")
  v <- function(statistic, call, expression) try_put(statistic, "plm", call, se(expression, keep))
  for (type in c("HC0", "HC1", "HC2", "HC3"))
    v(paste0("se_", if (type == "HC0") "HC0" else paste0("plm-white1_", type)), paste0("vcovHC(method='white1', type='", type, "')"), vcovHC(fit, method = "white1", type = type))
  for (cluster in c("group", "time")) {
    name <- paste0("se_cluster[", if (cluster == "group") "unit" else "time", "]")
    for (type in c("HC0", "HC1", "sss"))
      v(paste0(name, "_", if (type == "HC0") "plain" else paste0("plm-", type)),
        paste0("vcovHC(method='arellano', type='", type, "', cluster='", cluster, "')"),
        vcovHC(fit, method = "arellano", type = type, cluster = cluster))
    v(paste0("se_plm-BK[", if (cluster == "group") "unit" else "time", "]"), paste0("vcovBK(type='HC0', cluster='", cluster, "')"),
      vcovBK(fit, type = "HC0", cluster = cluster))
  }
  for (type in c("HC0", "HC1", "sss"))
    v(paste0("se_cluster[unit+time]_", if (type == "HC0") "plain" else paste0("plm-", type)), paste0("vcovDC(type='", type, "')"),
      vcovDC(fit, type = type))
  for (lag in list("default", 1, 2)) for (type in c("HC0", "HC1", "sss")) {
    maxlag <- if (lag == "default") NULL else lag
    name <- paste0("se_driscoll_kraay_", lag, "_", if (type == "HC0") "plain" else paste0("plm-", type))
    v(name, paste0("vcovSCC(type='", type, "', maxlag=", lag, ")"), vcovSCC(fit, type = type, maxlag = maxlag))
  }
  for (lag in 1:2) v(paste0("se_plm-NW_", lag), paste0("vcovNW(type='HC0', maxlag=", lag, ")"), vcovNW(fit, type = "HC0", maxlag = lag))
}

test <- function(statistic, call, expression) {
  result <- tryCatch(suppressWarnings(expression), error = function(e) {
    message(paste(where$dataset, where$model, where$effect, statistic, conditionMessage(e))); NULL
  })
  if (is.null(result)) return(invisible())
  put(statistic, unname(result$statistic), "plm", call)
  put(paste0(statistic, "_p"), unname(result$p.value), "plm", call)
  if (length(result$parameter) %in% 1:2)
    for (i in seq_along(result$parameter)) put(paste0(statistic, "_df", i), unname(result$parameter[i]), "plm", call)
}

random <- function(data, panel) {
  for (effect in c("individual", "time", "twoways")) {
    name <- c(individual = "unit", time = "time", twoways = "unit+time")[[effect]]
    at(model = "random", effect = name, weights = "none")
    fit <- tryCatch(fit_plm(data, panel, "random", effect, random.method = "swar"), error = function(e) {
      message(paste(where$dataset, "random", effect, conditionMessage(e))); NULL
    })
    if (is.null(fit)) next
    call <- paste0("plm(model='random', random.method='swar', effect='", effect, "')")
    variances <- ercomp(fit)
    put("coef", setNames(coef(fit), term(names(coef(fit)))), "plm", call)
    put("se_classical", se(vcov(fit), names(coef(fit))), "plm", call)
    put("variance", setNames(variances$sigma2, c(idios = "idiosyncratic", id = "unit", time = "time")[names(variances$sigma2)]), "plm", "ercomp")
    theta <- variances$theta
    if (!is.list(theta)) {
      theta <- unique(as.numeric(theta))
      if (length(theta) == 1) put("theta", theta, "plm", "ercomp")
      else { put("theta_minimum", min(theta), "plm", "ercomp"); put("theta_maximum", max(theta), "plm", "ercomp") }
    } else for (part in names(theta)) {
      numbers <- as.numeric(theta[[part]])
      put(paste0("theta_minimum:", part), min(numbers), "plm", "ercomp"); put(paste0("theta_maximum:", part), max(numbers), "plm", "ercomp")
    }
    put("r2_plm", unname(r.squared(fit)), "plm", "r.squared")
    if (effect == "individual") {
      keep <- names(coef(fit))
      for (cluster in c("group", "time")) for (type in c("HC0", "sss"))
        try_put(paste0("se_cluster[", if (cluster == "group") "unit" else "time", "]_", if (type == "HC0") "plain" else "plm-sss"), "plm",
          paste0("vcovHC(type='", type, "', cluster='", cluster, "')"), se(vcovHC(fit, type = type, cluster = cluster), keep))
    }
  }
}

others <- function(data, panel) {
  for (effect in c("individual", "time")) {
    at(model = "between", effect = if (effect == "individual") "unit" else "time", weights = "none")
    fit <- tryCatch(fit_plm(data, panel, "between", effect), error = function(e) NULL)
    if (is.null(fit) || df.residual(fit) < 1) next
    put("coef", setNames(coef(fit), term(names(coef(fit)))), "plm", "plm(model='between')")
    put("se_classical", se(vcov(fit), names(coef(fit))), "plm", "plm(model='between')")
    put("r2_plm", unname(r.squared(fit)), "plm", "r.squared")
  }
  for (intercept in c(TRUE, FALSE)) {
    at(model = if (intercept) "differences" else "differences_without_intercept", effect = "unit", weights = "none")
    changed <- panel
    if (!intercept) changed$formula <- update(panel$formula, . ~ . - 1)
    fit <- fit_plm(data, changed, "fd")
    call <- paste0("plm(model='fd', ", if (intercept) "with" else "without", " intercept)")
    put("coef", setNames(coef(fit), term(names(coef(fit)))), "plm", call)
    put("se_classical", se(vcov(fit), names(coef(fit))), "plm", call)
    put("observations", nobs(fit), "plm", call)
    for (type in c("HC0", "sss")) try_put(paste0("se_cluster[unit]_", if (type == "HC0") "plain" else "plm-sss"), "plm",
      paste0(call, "; vcovHC(type='", type, "')"), se(vcovHC(fit, type = type), names(coef(fit))))
  }
}

tests <- function(data, panel) {
  index <- c(panel$unit, "year")
  pooled <- fit_plm(data, panel, "pooling")
  effects <- c(unit = "individual", time = "time", "unit+time" = "twoways")
  for (name in names(effects)) {
    effect <- effects[[name]]
    at(model = "test", effect = name, weights = "none")
    within <- fit_plm(data, panel, "within", effect)
    test("f_effects", paste0("pFtest(within ", effect, ", pooling)"), pFtest(within, pooled))
    for (type in if (effect == "twoways") c("bp", "honda", "kw", "ghm") else c("bp", "honda", "kw"))
      test(paste0("lm_", type), paste0("plmtest(pooling, effect='", effect, "', type='", type, "')"), plmtest(pooled, effect = effect, type = type))
    random <- tryCatch(fit_plm(data, panel, "random", effect, random.method = "swar"), error = function(e) NULL)
    if (!is.null(random)) test("hausman", paste0("phtest(within, random) ", effect), phtest(within, random))
    for (kind in c("cd", "lm", "sclm", "bcsclm"))
      test(paste0("cross_section_", kind, "_within"), paste0("pcdtest(within ", effect, ", test='", kind, "')"), pcdtest(within, test = kind))
    for (order in 1:2) {
      test(paste0("pbgtest_within_", order), paste0("pbgtest(within ", effect, ", order=", order, ")"), pbgtest(within, order = order))
      test(paste0("pbgtest_within_", order, "_f"), paste0("pbgtest(within ", effect, ", order=", order, ", type='F')"), pbgtest(within, order = order, type = "F"))
    }
    if (name == "unit+time") next
    test("pbnftest_bhargava", paste0("pbnftest(within ", effect, ", test='bnf')"), pbnftest(within, test = "bnf"))
    test("pbnftest_lbi", paste0("pbnftest(within ", effect, ", test='lbi')"), pbnftest(within, test = "lbi"))
  }
  within <- fit_plm(data, panel, "within", "twoways")
  unit_within <- fit_plm(data, panel, "within", "individual")
  at(model = "test", effect = "unit+time")
  test("f_time_given_unit", "pFtest(within twoways, within individual)", pFtest(within, unit_within))
  at(effect = "unit")
  test("hausman_auxiliary", "phtest(formula, method='aux')", phtest(panel$formula, data = data, index = index, model = c("within", "random"), method = "aux", random.method = "swar"))
  test("hausman_auxiliary_cluster", "phtest(method='aux', vcov=vcovHC(method='arellano', type='HC0'))",
    phtest(panel$formula, data = data, index = index, model = c("within", "random"), method = "aux", random.method = "swar", vcov = function(x) vcovHC(x, method = "arellano", type = "HC0")))
  test("wooldridge_ar", "pwartest(formula)", pwartest(panel$formula, data = data, index = index))
  test("wooldridge_fd", "pwfdtest(h0='fd')", pwfdtest(panel$formula, data = data, index = index, h0 = "fd"))
  test("wooldridge_fd_fe", "pwfdtest(h0='fe')", pwfdtest(panel$formula, data = data, index = index, h0 = "fe"))
  # Not of the unbalanced panel: plm's figure there is that of no formula found.
  if (is.pbalanced(data, index)) test("baltagi_li", "pbltest", pbltest(panel$formula, data = as.data.frame(data), index = index))
  at(effect = "none")
  for (kind in c("cd", "lm", "sclm", "bcsclm"))
    test(paste0("cross_section_", kind, "_pooled"), paste0("pcdtest(pooling, test='", kind, "')"), pcdtest(pooled, test = kind))
  test("pooling_against_unit_slopes", "pooltest(formula, model='pooling')", pooltest(panel$formula, data = data, index = index, model = "pooling"))
  test("pooling_within_against_unit_slopes", "pooltest(formula, model='within')", pooltest(panel$formula, data = data, index = index, model = "within"))
  test("wooldridge_unobserved", "pwtest", pwtest(panel$formula, data = data, index = index))
  test("bera_sosa_escudero_yoon_ar", "pbsytest(test='ar')", pbsytest(panel$formula, data = data, index = index, test = "ar"))
  test("bera_sosa_escudero_yoon_re", "pbsytest(test='re')", pbsytest(panel$formula, data = data, index = index, test = "re"))
  test("baltagi_li_joint", "pbsytest(test='j')", pbsytest(panel$formula, data = data, index = index, test = "j"))
}

for (name in names(panels)) {
  panel <- panels[[name]]
  data <- read.csv(paste0(name, ".csv"), encoding = "UTF-8")
  # Numbers for names, in the order of the file: R would sort names by its locale, and some tests go by the order.
  data[[panel$unit]] <- match(data[[panel$unit]], unique(data[[panel$unit]]))
  where <- list(dataset = name)
  for (effect in c("none", "unit", "time", "unit+time")) for (weights in c("none", "weight")) linear(data, panel, effect, weights)
  at(weights = "none", model = "pooled", effect = "none"); panel_covariances(fit_plm(data, panel, "pooling"))
  at(model = "within", effect = "unit"); panel_covariances(fit_plm(data, panel, "within", "individual"))
  at(model = "within", effect = "time"); panel_covariances(fit_plm(data, panel, "within", "time"))
  at(model = "within", effect = "unit+time"); panel_covariances(fit_plm(data, panel, "within", "twoways"))
  random(data, panel); others(data, panel); tests(data, panel)
}
write.csv(do.call(rbind, rows), output, row.names = FALSE)
