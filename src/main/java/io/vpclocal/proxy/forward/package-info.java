/** The forwarding of a call: framing and verification of the body, the request to the upstream, and the answer. */
@NullMarked
package io.vpclocal.proxy.forward;

import org.jspecify.annotations.NullMarked;
