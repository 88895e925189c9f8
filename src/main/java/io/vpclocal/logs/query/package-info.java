/** CloudWatch Logs Insights queries: starting, running and keeping them, and saved query definitions. */
@NullMarked
package io.vpclocal.logs.query;

import org.jspecify.annotations.NullMarked;
