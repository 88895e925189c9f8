/** The endpoint in the web server: the servlet, its errors and its port. */
@NamedInterface("web")
@NullMarked
package io.vpclocal.protocol.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
