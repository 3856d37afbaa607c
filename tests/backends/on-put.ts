type Put = (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>

/** Calls back after each row that IndexedDB is given here. Returns the way to stop it. */
export function onPut(called: (store: IDBObjectStore) => void): () => void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as Put
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key)
    called(this)
    return request
  }
  return () => {
    IDBObjectStore.prototype.put = put
  }
}
