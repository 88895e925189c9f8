/** Filter patterns of CloudWatch Logs: from their text to a matcher of log messages. */
@NullMarked
package io.vpclocal.logs.pattern;

import org.jspecify.annotations.NullMarked;
