/** VPC Block Public Access: its mode per account and Region, and the VPCs and subnets that are excluded from it. */
@NamedInterface("blockpublicaccess")
@NullMarked
package io.vpclocal.network.blockpublicaccess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
