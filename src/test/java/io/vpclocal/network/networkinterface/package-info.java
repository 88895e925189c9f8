@NullMarked
package io.vpclocal.network.networkinterface;

import org.jspecify.annotations.NullMarked;
