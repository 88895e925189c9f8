package io.vpclocal.logs.query;

import java.util.List;

/**
 * The parameters of StartQuery.
 *
 * @param groups names of log groups
 * @param startSeconds seconds since 1970, inclusive, like the end
 */
record NewQuery(String text, List<String> groups, long startSeconds, long endSeconds, int maxRows) {}
