/** VPC Block Public Access: the mode of each account and Region, and its exclusions. */
@NamedInterface("blockpublicaccess")
@NullMarked
package io.vpclocal.network.blockpublicaccess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
