/** The constraints of the service's model. Every request is checked against them first. */
@NullMarked
package io.vpclocal.logs.model;

import org.jspecify.annotations.NullMarked;
