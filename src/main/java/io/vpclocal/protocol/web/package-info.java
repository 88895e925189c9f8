/** The HTTP endpoint: the servlet, its errors and its port. */
@NamedInterface("web")
@NullMarked
package io.vpclocal.protocol.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
