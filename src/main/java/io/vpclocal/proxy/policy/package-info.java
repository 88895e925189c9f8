/** Policies and owners of resources in upstreams, taken from forwarded calls. */
@NullMarked
package io.vpclocal.proxy.policy;

import org.jspecify.annotations.NullMarked;
