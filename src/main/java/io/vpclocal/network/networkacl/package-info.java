/** Network ACLs: their numbered entries and their subnet associations. */
@NamedInterface("networkacl")
@NullMarked
package io.vpclocal.network.networkacl;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
