/**
 * Dispatches a request to its action: finds the service and action, authenticates the caller, and runs the action in a
 * transaction.
 */
@NamedInterface("dispatch")
@NullMarked
package io.vpclocal.protocol.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
