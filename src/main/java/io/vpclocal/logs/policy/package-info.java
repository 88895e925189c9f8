/** Resource policies of CloudWatch Logs, by which accounts let services write to their log groups. */
@NullMarked
package io.vpclocal.logs.policy;

import org.jspecify.annotations.NullMarked;
