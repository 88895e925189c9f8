/** EC2 Instance Connect Endpoints and their network interfaces. Connections through them are not emulated. */
@NamedInterface("instanceconnect")
@NullMarked
package io.vpclocal.network.instanceconnect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
