/** The way of a call to its upstream: framing, checks of the body, the sending, and the answer. */
@NullMarked
package io.vpclocal.gateway.forward;

import org.jspecify.annotations.NullMarked;
