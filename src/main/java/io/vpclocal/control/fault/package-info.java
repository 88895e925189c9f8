/** Failures and delays that a user orders, to see what their own program does about them. */
@NullMarked
package io.vpclocal.control.fault;

import org.jspecify.annotations.NullMarked;
