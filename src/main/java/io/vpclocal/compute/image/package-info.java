/** Amazon Machine Images that AWS and well-known vendors publish. */
@NamedInterface("image")
@NullMarked
package io.vpclocal.compute.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
