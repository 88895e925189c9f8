/** The rules of listeners of Application Load Balancers. */
@NullMarked
package io.vpclocal.loadbalancer.rule;

import org.jspecify.annotations.NullMarked;
