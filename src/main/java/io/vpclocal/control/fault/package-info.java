/** Fault injection: failures and delays for testing programs. */
@NullMarked
package io.vpclocal.control.fault;

import org.jspecify.annotations.NullMarked;
