/** CloudWatch Logs Insights queries: start, execution and storage, and saved query definitions. */
@NullMarked
package io.vpclocal.logs.query;

import org.jspecify.annotations.NullMarked;
