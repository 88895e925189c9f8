/** Metric filters and subscription filters of log groups. */
@NullMarked
package io.vpclocal.logs.filter;

import org.jspecify.annotations.NullMarked;
