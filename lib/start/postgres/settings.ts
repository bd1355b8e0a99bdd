import os from 'node:os';

const MB = 1024 * 1024;

/** Server settings for this machine; `throwaway` gives up safety against crashes for speed, which only tests may. */
export function serverSettings(throwaway: boolean): string[] {
  const memory = os.totalmem() / MB;
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: throwaway ? 300 : 100,
    shared_buffers: `${Math.round(Math.min(512, Math.max(64, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(256, memory / 2))}MB`,
    maintenance_work_mem: '64MB',
    random_page_cost: 1.1,
    jit: 'off',
    max_wal_size: '2GB',
    // A vanished client must free its locks within ten seconds.
    client_connection_check_interval: '2s',
    tcp_keepalives_idle: 5,
    tcp_keepalives_interval: 2,
    tcp_keepalives_count: 2,
    ...(throwaway
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          max_wal_size: '4GB',
          autovacuum_naptime: '5s',
        }
      : {
          synchronous_commit: 'on',
          logging_collector: 'on',
          log_filename: 'postgresql-%a.log',
          log_truncate_on_rotation: 'on',
          log_rotation_age: '1d',
          log_rotation_size: 0,
          log_min_duration_statement: '1s',
          // What a slow statement was given may be a secret, or a file.
          log_parameter_max_length: 0,
          log_line_prefix: '%m [%p] %a ',
        }),
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}
