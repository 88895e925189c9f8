/** The constraints of the services' models. Every request of these services is checked against them first. */
@NullMarked
package io.vpclocal.protocol.constraint;

import org.jspecify.annotations.NullMarked;
