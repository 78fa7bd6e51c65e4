# Makes permutation-tests.csv: two-sided p-values of the exact two-sample permutation test on the difference of the means, computed with
# other people's programs. Run with: Rscript permutation-tests.R > permutation-tests.csv
suppressMessages({library(coin); library(exactRankTests)})

cases <- list(
  list(c(0, 3, 0, 0, 0), c(0, 0, 0, 3, 0)),
  list(c(1, 1, 1, 0, 0), c(0, 0, 1, 1, 1)),
  list(c(4, 0, 0, 0, 0), c(0, 0, 0, 0, 4)),
  list(c(0, 0, 1, 3, 1), c(2, 2, 1, 0, 0)),
  list(c(1, 2, 3, 2, 1), c(0, 1, 2, 4, 3)),
  list(c(4, 0, 0, 0, 4), c(0, 0, 8, 0, 0)),
  list(c(1, 1, 1, 1, 1), c(1, 1, 1, 1, 1)),
  list(c(3, 0, 0, 0, 0), c(1, 2, 6, 4, 2)),
  list(c(0, 2, 5, 4, 1), c(0, 0, 3, 6, 3)),
  list(c(2, 5, 4, 1, 0), c(0, 1, 3, 5, 3)),
  list(c(6, 4, 2, 0, 0), c(0, 0, 1, 5, 6)),
  list(c(0, 0, 0, 5, 20), c(0, 1, 4, 12, 8)),
  list(c(3, 8, 14, 12, 8), c(1, 5, 11, 16, 12)),
  list(c(20, 10, 5, 5, 5), c(2, 3, 8, 14, 18)),
  list(c(60, 120, 160, 100, 60), c(45, 105, 155, 120, 75)))

# As the packages say it, and a third time by trying every division of the scores where these are few enough.
every.division <- function(one, other) {
  all <- c(one, other)
  if (choose(length(all), length(one)) > 1e6) return(NA)
  far <- function(sum) abs(sum * length(all) - length(one) * sum(all))
  mean(far(combn(all, length(one), sum)) >= far(sum(one)))
}

coin <- function(one, other) {
  both <- data.frame(score = c(one, other), session = factor(rep(1:2, c(length(one), length(other)))))
  as.numeric(pvalue(oneway_test(score ~ session, both, distribution = exact(algorithm = "shift"))))
}

# What the same scores would give at best: all the lowest, or all the highest, in one session.
smallest <- function(one, other) {
  all <- sort(c(one, other))
  if (all[1] == all[length(all)]) return(1)
  min(coin(head(all, length(one)), tail(all, length(other))), coin(tail(all, length(one)), head(all, length(other))))
}

cat("# ", R.version.string, ", coin ", as.character(packageVersion("coin")),
    ", exactRankTests ", as.character(packageVersion("exactRankTests")), "\n", sep = "")
cat("one;other;coin;exactRankTests;every division;smallest\n")
for (case in cases) {
  one <- rep(1:5, case[[1]])
  other <- rep(1:5, case[[2]])
  rank <- perm.test(one, other, exact = TRUE)$p.value
  cat(paste(case[[1]], collapse = " "), ";", paste(case[[2]], collapse = " "), ";",
      format(coin(one, other), digits = 15), ";", format(as.numeric(rank), digits = 15), ";",
      format(every.division(one, other), digits = 15), ";", format(smallest(one, other), digits = 15), "\n", sep = "")
}
