@NullMarked
package io.vpclocal.network.gateway;

import org.jspecify.annotations.NullMarked;
