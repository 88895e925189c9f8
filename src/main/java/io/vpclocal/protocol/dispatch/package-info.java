/** From a request to its action: which service and action it names, who calls, and the transaction around the action. */
@NamedInterface("dispatch")
@NullMarked
package io.vpclocal.protocol.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
