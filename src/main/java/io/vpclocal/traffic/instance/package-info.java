/** EC2 instances as ends of traffic: their states and network interfaces. No machine runs. */
@NullMarked
package io.vpclocal.traffic.instance;

import org.jspecify.annotations.NullMarked;
