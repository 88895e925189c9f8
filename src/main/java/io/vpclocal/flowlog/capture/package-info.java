/** Accepted traffic, kept until every flow log that covers it has delivered it. */
@NullMarked
package io.vpclocal.flowlog.capture;

import org.jspecify.annotations.NullMarked;
