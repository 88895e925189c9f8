/** Resource policies of CloudWatch Logs, which let services write to their log groups. */
@NullMarked
package io.vpclocal.logs.policy;

import org.jspecify.annotations.NullMarked;
