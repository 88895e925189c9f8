/** Filter patterns of CloudWatch Logs: the syntax and the matching of log messages. */
@NullMarked
package io.vpclocal.logs.pattern;

import org.jspecify.annotations.NullMarked;
