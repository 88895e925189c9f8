/**
 * Delivery of captured traffic to the destinations of flow logs. Windows are closed, and their records are delivered
 * exactly once.
 */
@NamedInterface("delivery")
@NullMarked
package io.vpclocal.flowlog.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
