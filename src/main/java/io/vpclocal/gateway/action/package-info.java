/** Which action on which resources a request means, told by the tables in the resources of this module. */
@NullMarked
package io.vpclocal.gateway.action;

import org.jspecify.annotations.NullMarked;
