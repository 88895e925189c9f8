/** CloudWatch Logs Insights: from the text of a query to its result over log records. */
@NullMarked
package io.vpclocal.logs.insights;

import org.jspecify.annotations.NullMarked;
