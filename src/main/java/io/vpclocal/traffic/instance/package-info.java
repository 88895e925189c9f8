/** EC2 instances as far as the network knows them: their states, and the interfaces they are reached at. No machine runs. */
@NullMarked
package io.vpclocal.traffic.instance;

import org.jspecify.annotations.NullMarked;
