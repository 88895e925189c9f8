/** The action and the resources of a request, from the tables in this module's resources. */
@NamedInterface("action")
@NullMarked
package io.vpclocal.proxy.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
