/** Target groups with their health checks. */
@NullMarked
package io.vpclocal.loadbalancer.targetgroup;

import org.jspecify.annotations.NullMarked;
