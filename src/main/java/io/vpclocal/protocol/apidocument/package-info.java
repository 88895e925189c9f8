/** The OpenAPI document of the AWS actions. */
@NullMarked
package io.vpclocal.protocol.apidocument;

import org.jspecify.annotations.NullMarked;
