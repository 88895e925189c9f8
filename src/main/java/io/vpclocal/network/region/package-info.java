/** The AWS Regions and Availability Zones the emulator knows, with their names, ids and DNS suffixes. */
@NullMarked
@NamedInterface("region")
package io.vpclocal.network.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
