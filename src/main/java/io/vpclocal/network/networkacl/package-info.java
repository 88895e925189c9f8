/** Network ACLs: their numbered entries and which subnet uses which ACL. */
@NamedInterface("networkacl")
@NullMarked
package io.vpclocal.network.networkacl;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
