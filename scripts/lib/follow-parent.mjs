// Loaded into the product before its own code: when the launcher is killed and cannot say so, the product stops as if asked.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
