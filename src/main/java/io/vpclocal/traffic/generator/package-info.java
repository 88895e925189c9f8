/** Background traffic: generators, their flows and their schedule. */
@NullMarked
package io.vpclocal.traffic.generator;

import org.jspecify.annotations.NullMarked;
