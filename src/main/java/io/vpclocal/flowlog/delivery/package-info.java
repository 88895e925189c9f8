/** The way of captured traffic into the destinations of flow logs: windows are closed and their records delivered once. */
@NamedInterface("delivery")
@NullMarked
package io.vpclocal.flowlog.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
