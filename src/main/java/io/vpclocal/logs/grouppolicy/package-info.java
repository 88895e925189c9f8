/** Data protection and index policies of log groups, and account policies. */
@NullMarked
package io.vpclocal.logs.grouppolicy;

import org.jspecify.annotations.NullMarked;
