/** Tests of flow logs from the outside, and what they share. */
@NullMarked
package io.vpclocal.flowlog;

import org.jspecify.annotations.NullMarked;
